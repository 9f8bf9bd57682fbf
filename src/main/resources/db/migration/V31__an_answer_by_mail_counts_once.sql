-- What became of each mail that answered an invitation; nothing of the mail itself.
create table agenda_antwoord (
    id        uuid        not null,
    dienst_id uuid,                 -- not known without a good key
    uitkomst  text        not null,
    mail      bytea       not null, -- hash of which mail it was
    antwoord  bytea,                -- hash of who said what of which version, and when; only for whom it really was
    op        timestamptz not null,
    constraint agenda_antwoord_pkey primary key (id),
    constraint agenda_antwoord_dienst foreign key (dienst_id) references dienst,
    constraint agenda_antwoord_een_per_mail unique (mail),
    constraint agenda_antwoord_nooit_herhaald unique (antwoord),
    constraint agenda_antwoord_uitkomst check (uitkomst in (
        'bevestigd', 'afgemeld', 'misschien', 'te-laat', 'niet-meer', 'verouderd', 'herhaald', 'verkeerde-afzender',
        'onbekende-sleutel', 'geen-antwoord', 'meer-dan-een', 'te-groot', 'onleesbaar', 'gewone-mail'))
);

create index agenda_antwoord_nieuwste on agenda_antwoord (op desc, id desc);
create index agenda_antwoord_per_dienst on agenda_antwoord (dienst_id);
