-- What a host reads: mail, invitations and the calendar to follow. Not the languages this host speaks with who comes.
alter table gastheer
    add column taal text not null default 'nl',
    add constraint gastheer_taal check (taal in ('nl', 'en', 'tr', 'ar'));
