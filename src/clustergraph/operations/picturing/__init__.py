"""What pictures show: neighbours, money, places and times."""
