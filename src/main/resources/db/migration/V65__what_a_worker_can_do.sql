-- In the words that a carer chooses from as well.
alter table medewerker
    add column vaardigheden text[] not null default '{}',
    add constraint medewerker_vaardigheden
        check (vaardigheden <@ array['opstaan', 'tillift', 'wassen', 'eten', 'medicijnen', 'vergeten', 'spelen']);
