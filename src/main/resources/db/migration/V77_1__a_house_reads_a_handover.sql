-- What the house of one stay has to know, in the carer's words, encrypted. A row is there only with consent, and goes when
-- that is taken back: no other house and no other stay reads it.
create table overdracht (
    id              uuid        not null,
    aanmelding_id   uuid        not null,
    mantelzorger_id uuid        not null,
    dag             bytea,                -- how a day goes; empty where nothing was told
    zorg            bytea,                -- medicines and meals
    let_op          bytea,                -- what to watch
    tekstversie     integer     not null, -- the words of the consent
    akkoord_op      timestamptz not null,
    gewijzigd_op    timestamptz not null,
    constraint overdracht_pkey primary key (id),
    constraint overdracht_een_per_aanmelding unique (aanmelding_id),
    constraint overdracht_van_aanmelding foreign key (aanmelding_id) references aanmelding,
    constraint overdracht_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger
);

create index overdracht_per_mantelzorger on overdracht (mantelzorger_id);
