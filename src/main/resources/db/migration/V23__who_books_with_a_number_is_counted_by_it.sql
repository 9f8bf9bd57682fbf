-- One number can be given beside more addresses than one, and those are then people of their own: how many places are kept
-- under a number, and whether somebody with it is elsewhere, is asked of the bookings.
create index boeking_open_van_telefoon on boeking (telefoon)
    where telefoon is not null and status in ('aangevraagd', 'bevestigd');
