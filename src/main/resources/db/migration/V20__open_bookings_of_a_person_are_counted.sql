-- How many places one person keeps: asked before somebody known books again.
create index boeking_open_van_mantelzorger on boeking (mantelzorger_id) where status in ('aangevraagd', 'bevestigd');
