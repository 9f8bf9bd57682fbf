-- Who saw whose data, when and why (after NEN 7513): written before the answer leaves, never changed. The lines of one
-- day (UTC) are a chain: each holds the hash of the one before it. A day begins with a line of the day that was opened
-- before it, so that a whole day cannot go unseen either.
create table inzage_dag (
    dag       date   not null,
    nummer    bigint not null, -- in the order in which they were opened
    na_dag    date,            -- the day opened before this one, and how many lines it had then
    na_regels bigint,
    regels    bigint not null,
    slot      bytea  not null, -- the hash of the last line; its row is the turn of who writes next
    constraint inzage_dag_pkey primary key (dag),
    constraint inzage_dag_een_voor_een unique (nummer),
    constraint inzage_dag_alleen_eerste_na_niets check (na_dag is not null or nummer = 1)
);

create table inzage (
    dag         date        not null,
    nummer      bigint      not null, -- from one in each day: a gap shows
    op          timestamptz not null,
    gebeurtenis text        not null, -- gelezen, gevonden (in a search), geopend (after typing a reason)
    actor       text        not null, -- the person's name in addresses
    naam        text        not null,
    rol         text        not null,
    organisatie text        not null,
    namens      text,                 -- on whose behalf, where that is somebody else
    betrokkene  uuid        not null, -- the mantelzorger whose data it is; outlives that row
    object      text        not null,
    object_id   uuid,
    handeling   text        not null, -- the word in the table of rights
    grond       text        not null,
    reden       text,                 -- as it was typed
    verzoek     uuid        not null, -- lines of one request share it
    vorige      bytea       not null,
    hash        bytea       not null,
    constraint inzage_pkey primary key (dag, nummer),
    constraint inzage_reden_waar_gevraagd check (grond <> 'reden' or reden is not null)
);

create index inzage_over on inzage (betrokkene, op desc);
create index inzage_met_reden on inzage (op desc) where gebeurtenis = 'geopend';

-- Whoever connects, also as the owner: a line stays as it is until it is five years old.
create function inzage_blijft() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.dag < (current_date - interval '5 years')::date then
        return old;
    end if;
    raise exception 'inzage is only added to' using errcode = 'restrict_violation';
end
$$;

create trigger inzage_blijft before update or delete on inzage for each row execute function inzage_blijft();
create trigger inzage_blijft_heel before truncate on inzage for each statement execute function inzage_blijft();

-- The service may not delete here; this is how what is old enough goes.
create function inzage_vergeet(voor date) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    grens date := least(voor, (current_date - interval '5 years')::date);
    weg bigint;
begin
    delete from inzage where dag < grens;
    get diagnostics weg = row_count;
    delete from inzage_dag where dag < grens;
    return weg;
end
$$;

revoke execute on function inzage_vergeet(date) from public;
