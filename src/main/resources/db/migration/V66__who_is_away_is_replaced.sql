-- When somebody is back may not be known yet. Withdrawn, it takes away nothing any more.
alter table afwezigheid
    alter column tot drop not null, -- the first day back
    add column ingetrokken_op timestamptz;

-- By which absence it lapsed: that brings it back.
alter table bezoekmoment
    add column afwezigheid_id uuid,
    add constraint bezoekmoment_bij_afwezigheid foreign key (afwezigheid_id) references afwezigheid;

create index bezoekmoment_per_afwezigheid on bezoekmoment (afwezigheid_id) where afwezigheid_id is not null;

-- What became of each visit that somebody counted on.
create table bezoekuitkomst (
    afwezigheid_id uuid not null,
    boeking_id     uuid not null,
    was_id         uuid not null, -- where the one would have come who is away
    wordt_id       uuid,          -- where somebody else comes; empty when nobody does
    constraint bezoekuitkomst_pkey primary key (afwezigheid_id, boeking_id),
    constraint bezoekuitkomst_bij_afwezigheid foreign key (afwezigheid_id) references afwezigheid,
    constraint bezoekuitkomst_van_boeking foreign key (boeking_id) references boeking,
    constraint bezoekuitkomst_was foreign key (was_id) references moment,
    constraint bezoekuitkomst_wordt foreign key (wordt_id) references moment
);

-- How often what was asked at this time changed. A calendar program takes the newer of two, also when the one who came
-- there does not any more.
alter table bezoekmoment
    add column volgnummer integer not null default 0,
    add column volgnummer_op timestamptz;

create function bezoek_anders() returns trigger language plpgsql as $$
begin
    update bezoekmoment set volgnummer = volgnummer + 1, volgnummer_op = new.gewijzigd_op
    where moment_id in (new.moment_id, old.moment_id);
    return null;
end $$;

-- Nobody goes anywhere for a visit at home: of all other bookings this is not even asked.
create trigger bezoek_anders after insert or update of status, moment_id on boeking
    for each row when (not new.aanwezig) execute function bezoek_anders();

alter table agendasleutel
    drop constraint agendasleutel_soort,
    add constraint agendasleutel_soort check (soort in ('gastheer', 'huis', 'groep', 'makelaar', 'medewerker'));
