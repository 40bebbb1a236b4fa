"""What is common to the lists of OFAC and their forms."""
