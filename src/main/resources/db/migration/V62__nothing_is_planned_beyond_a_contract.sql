-- Who is contracted to give respite: at home, or somewhere else for some nights.
create table aanbieder (
    id        uuid    not null,
    naam      text    not null,
    voorbeeld boolean not null,
    constraint aanbieder_pkey primary key (id),
    constraint aanbieder_naam_uniek unique (naam)
);

-- What an aanbieder gives; each has a contract of its own.
create table aanbiederdienst (
    aanbieder_id uuid not null,
    dienst       text not null,
    constraint aanbiederdienst_pkey primary key (aanbieder_id, dienst),
    constraint aanbiederdienst_van_aanbieder foreign key (aanbieder_id) references aanbieder,
    constraint aanbiederdienst_dienst check (dienst in ('thuis', 'verblijf'))
);

-- Until when. Only added to: the line with the highest id holds, the others say what held before. The numbers of one
-- aanbieder follow each other in the order of the commits, for who writes holds its row; a clock can be moved back.
create table contract (
    id              bigint generated always as identity,
    aanbieder_id    uuid        not null,
    dienst          text        not null,
    tot             date        not null, -- the last day
    verlengbaar_tot date,                 -- the last day when every option is taken; without it there is no option
    bron            text        not null, -- where it is written down: the letter, the decision
    vastgelegd_op   timestamptz not null,
    vastgelegd_door text        not null, -- systeem, or the member of staff
    constraint contract_pkey primary key (id),
    constraint contract_van_dienst foreign key (aanbieder_id, dienst) references aanbiederdienst,
    constraint contract_niet_na_de_optie check (tot <= verlengbaar_tot)
);

create index contract_per_dienst on contract (aanbieder_id, dienst, id desc);

create function contract_blijft() returns trigger language plpgsql as $$
begin
    raise exception 'contract is only added to' using errcode = 'restrict_violation';
end
$$;

create trigger contract_blijft before update or delete on contract for each row execute function contract_blijft();

-- Who acts for it: an account with that role.
create table aanbiedermedewerker (
    aanbieder_id uuid not null,
    persoon_id   uuid not null,
    constraint aanbiedermedewerker_pkey primary key (aanbieder_id, persoon_id),
    constraint aanbiedermedewerker_van_aanbieder foreign key (aanbieder_id) references aanbieder,
    constraint aanbiedermedewerker_is_account foreign key (persoon_id) references account on delete cascade
);

create index aanbiedermedewerker_per_persoon on aanbiedermedewerker (persoon_id);
