"""What ships with okrengine, through the same door as a plugin of one's own."""
