-- A host who stops and asks for it stays as an id, so that the diensten of the past do.
alter table gastheer add column gewist_op timestamptz;
