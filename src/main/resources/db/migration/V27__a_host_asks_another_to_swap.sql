-- A gastheer asks another to take each other's dienst; nothing changes before the other says yes.
create table ruilvoorstel (
    id            uuid        not null,
    dienst_id     uuid        not null, -- what is offered
    voor_id       uuid        not null, -- what is asked for it
    gastheer_id   uuid        not null,
    aan_id        uuid        not null,
    status        text        not null,
    gemaakt_op    timestamptz not null,
    beantwoord_op timestamptz,
    constraint ruilvoorstel_pkey primary key (id),
    constraint ruilvoorstel_dienst foreign key (dienst_id) references dienst,
    constraint ruilvoorstel_voor foreign key (voor_id) references dienst,
    constraint ruilvoorstel_van foreign key (gastheer_id) references gastheer,
    constraint ruilvoorstel_aan foreign key (aan_id) references gastheer,
    constraint ruilvoorstel_status check (status in ('open', 'aanvaard', 'afgewezen')),
    constraint ruilvoorstel_beantwoord check ((status = 'open') = (beantwoord_op is null)),
    constraint ruilvoorstel_twee check (gastheer_id <> aan_id)
);

create unique index ruilvoorstel_een_keer on ruilvoorstel (dienst_id, voor_id) where status = 'open';
create index ruilvoorstel_per_aan on ruilvoorstel (aan_id);
create index ruilvoorstel_per_gastheer on ruilvoorstel (gastheer_id);
