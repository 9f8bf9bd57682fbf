-- A year of a large city, half of it past, for psql: 120,000 carers with an address each; twelve houses, sixty groups and
-- sixty people who come to the home; who booked what. Nothing of it is chance: twice the same, but for the day it is run.
-- Variable: mantelzorgers.
begin;
set local statement_timeout = '10min';
set local synchronous_commit = off;

insert into mantelzorger (id, aangemaakt_op)
select ('00000000-0000-4000-b000-' || lpad(n::text, 12, '0'))::uuid, now() - n % 365 * interval '1 day'
from generate_series(1, :mantelzorgers) n;

insert into contact (soort, waarde, mantelzorger_id)
select 'email', 'jaar-' || n || '@voorbeeld.example', ('00000000-0000-4000-b000-' || lpad(n::text, 12, '0'))::uuid
from generate_series(1, :mantelzorgers) n;

create temporary table wijk on commit drop as
select naam, nr - 1 as nr from unnest(array['West', 'Noordwest', 'Overvecht', 'Noordoost', 'Oost', 'Binnenstad', 'Zuid', 'Zuidwest',
                                            'Leidsche Rijn', 'Vleuten-De Meern']) with ordinality w (naam, nr);

-- Each source by its number, with the slots of its week: a house five, a group one every other week, a worker eight.
create temporary table plek on commit drop as
select 'huis' as soort, n, 'Meethuis ' || lpad(n::text, 2, '0') as titel, 12 as plaatsen, 1 as elke, (n + s) % 6 as dag, (n + s) % 3 as deel, 3 as uren
from generate_series(0, 11) n, generate_series(0, 4) s
union all
select 'groep', n, 'Lotgenotengroep', 10, 2, n % 5, n / 5 % 3, 2 from generate_series(0, 59) n
union all
select 'thuis', n, 'Respijtzorg Thuis', 1, 1, (n + s) % 5, (s / 5 + n) % 3, 2 + n % 3 from generate_series(0, 59) n, generate_series(0, 7) s;

insert into moment (id, soort, bron_id, titel, wijk, ook_wijken, plaats, datum, dagdeel, begin, eind, plaatsen, talen,
                    rolstoeltoegankelijk, voorbeeld, versie_op, gewijzigd_op)
select md5(soort || n || begin)::uuid, soort, md5('jaar ' || soort || n)::uuid, titel, w.naam,
       case soort when 'thuis' then array(select naam from wijk a where a.nr in ((n + 1) % 10, (n + 2) % 10, (n + 5) % 10)) else '{}' end,
       case soort when 'thuis' then 'Bij u thuis' else 'Meetweg ' || n end, datum, (array['ochtend', 'middag', 'avond'])[deel + 1],
       begin, begin + uren * interval '1 hour', plaatsen,
       array['nl'] || case when n % 3 = 0 then array['ar'] else '{}' end || case when n % 4 = 0 then array['tr'] else '{}' end,
       n % 5 > 0, false, now(), now()
from plek
join wijk w on w.nr = n % 10
join generate_series(-26, 25) week on (week + 26 + n) % elke = 0
cross join lateral (select date_trunc('week', now() at time zone 'Europe/Amsterdam')::date + 7 * week + dag as datum) d
cross join lateral (select (datum + (array['9 hours', '13 hours', '19 hours'])[deel + 1]::interval) at time zone 'Europe/Amsterdam' as begin) b;

-- One in eight is full; the others are half taken, more or less.
create temporary table boekingen on commit drop as
select row_number() over (order by m.begin, m.id, j) as nr, m.id as moment_id, m.begin, m.eind
from moment m
cross join lateral (select hashtext(m.id::text) & 1023 as lot) l
cross join lateral generate_series(1, case when lot % 8 = 0 then plaatsen when soort = 'thuis' then lot % 2 else 3 + lot % 6 end) j
where m.bron_id in (select md5('jaar ' || soort || n)::uuid from plek);

-- Nobody has two places at one time: the same carer comes back only after everybody else.
insert into boeking (id, code, moment_id, mantelzorger_id, naam, email, taal, personen, iemand_mee, geboekt_door, status, tijdvak,
                     aangemaakt_op, gewijzigd_op)
select md5('boeking ' || nr)::uuid, 'RSP-JAAR-' || nr, moment_id,
       ('00000000-0000-4000-b000-' || lpad((1 + nr * 7919 % :mantelzorgers)::text, 12, '0'))::uuid, 'Fatma de Vries',
       'jaar-' || (1 + nr * 7919 % :mantelzorgers) || '@voorbeeld.example', 'nl', 1, false, 'mantelzorger', 'bevestigd',
       tstzrange(begin, eind), least(begin, now()) - interval '3 days', now()
from boekingen;

update moment m set bezet = b.aantal from (select moment_id, count(*) as aantal from boekingen group by 1) b where m.id = b.moment_id;
commit;

vacuum analyze mantelzorger, contact, moment, boeking;
