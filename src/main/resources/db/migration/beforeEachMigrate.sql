-- A migration of a large table takes the time it needs: the limit on statements is for who waits for a page. Within the
-- migration's transaction, so that no connection of the pool keeps it; one that runs without a transaction says so itself.
set local statement_timeout = 0;
