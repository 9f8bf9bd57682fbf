-- The first page names them, and a year of moments is mostly something else: read from here alone, without a look at one.
-- Booking changes none of these columns.
create index moment_van_huizen on moment (titel, bron_id, begin) where soort = 'huis' and status = 'open' and not besloten;
