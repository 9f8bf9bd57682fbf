create table proef_grenzen as
select current_setting('statement_timeout') as opdracht, current_setting('lock_timeout') as slot;
