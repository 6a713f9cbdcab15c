"""What stands above the school: reports of schools rolled up, samples drawn, and pupils' minutes held against what was declared."""
