"""Rules for invitations, whether they stand in a mail or in a calendar file.

What an invitation should say is good practice and no clause of WCAG: W3C's “How to Make Your Presentations Accessible
to All” and the Swedish web guidelines on meetings at a distance.
"""
