-- A text that somebody who grew up with its language has read. The hash is over the Dutch text and the translation: when
-- one of them changes, it is unread again. Not who read it.
create table tekst_nagekeken (
    taal    text        not null,
    sleutel text        not null,
    hash    bytea       not null,
    op      timestamptz not null,
    constraint tekst_nagekeken_pkey primary key (taal, sleutel),
    constraint tekst_nagekeken_taal check (taal in ('en', 'tr', 'ar')),
    constraint tekst_nagekeken_hash check (octet_length(hash) = 32)
);
