-- When somebody showed that a way to reach them is theirs; null until then. (V12 may have made it already.)
alter table contact add column if not exists geverifieerd_op timestamptz;

-- How many places one person keeps: asked before somebody known books again.
create index boeking_open_van_mantelzorger on boeking (mantelzorger_id) where status in ('aangevraagd', 'bevestigd');
