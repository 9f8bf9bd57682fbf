-- What a carer needs to get there: for the letter behind the key, and for times in a calendar. Local times, well away from the
-- hour that is skipped in March.
alter table logeerhuis
    add column adres          text,
    add column telefoon       text,
    add column aankomst_vanaf time not null default '14:00',
    add column aankomst_tot   time not null default '17:00',
    add column vertrek_voor   time not null default '11:00',
    add constraint logeerhuis_tijden check (aankomst_vanaf >= '06:00' and aankomst_vanaf < aankomst_tot
        and aankomst_tot <= '23:00' and vertrek_voor between '07:00' and '23:00');
