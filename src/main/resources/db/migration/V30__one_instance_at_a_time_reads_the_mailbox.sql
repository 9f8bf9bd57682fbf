-- How far the mailbox for answers was read. One row: who holds it, reads.
create table postbus (
    enige       boolean not null default true,
    geldigheid  bigint  not null, -- UIDVALIDITY: with another one, the mailbox counts from the start again
    gelezen_tot bigint  not null, -- the last UID that was dealt with
    lezer       uuid,
    pacht_tot   timestamptz,      -- by the machine's clock; who dies holding it, loses it then
    constraint postbus_pkey primary key (enige),
    constraint postbus_enige check (enige)
);
