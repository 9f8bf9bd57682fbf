-- Somebody asks for some nights elsewhere for the person they care for. What is told of care is encrypted, and so is why a
-- house says no; whether a house fits is worked out again whenever it is shown.
create table aanmelding (
    id              uuid        not null,
    mantelzorger_id uuid        not null,
    code            text        not null,
    naam            text        not null, -- the carer's
    email           text,
    telefoon        text,
    taal            text        not null,
    status          text        not null,
    urgentie        text        not null,
    van             date        not null, -- the day of arrival
    tot             date        not null, -- the day of departure
    flexibele_dagen integer     not null,
    wmo             text        not null, -- how far the decision of the gemeente is
    wmo_nachten     integer,              -- how many nights it has; empty when nobody knows
    wmo_gebruikt    integer     not null default 0, -- how many of them this stay takes
    versleuteld     bytea,                -- the answers and the wishes; empty once wiped
    door            text        not null, -- who sent it: the mantelzorger or a member of staff
    versie          integer     not null default 0,
    aangemaakt_op   timestamptz not null,
    gewijzigd_op    timestamptz not null,
    gewist_op       timestamptz,
    constraint aanmelding_pkey primary key (id),
    constraint aanmelding_van_mantelzorger foreign key (mantelzorger_id) references mantelzorger,
    constraint aanmelding_code_uniek unique (code),
    constraint aanmelding_status check (status in ('ingediend', 'uitgezet', 'aangeboden', 'geaccepteerd', 'bevestigd',
                                                   'afgewezen', 'ingetrokken', 'verlopen')),
    constraint aanmelding_urgentie check (urgentie in ('gepland', 'spoedig', 'nu')),
    constraint aanmelding_heeft_nachten check (van < tot),
    constraint aanmelding_wmo check (wmo in ('geen', 'gevraagd', 'lopend', 'toegekend', 'afgewezen', 'weet-niet')),
    -- Nights left are never negative, and nothing is certain that the gemeente did not decide.
    constraint aanmelding_nachten_over check (wmo_gebruikt between 0 and coalesce(wmo_nachten, 0)),
    constraint aanmelding_zeker_na_besluit check (status <> 'bevestigd' or gewist_op is not null
                                                  or (wmo = 'toegekend' and wmo_gebruikt > 0)),
    constraint aanmelding_te_bereiken check (email is not null or telefoon is not null or gewist_op is not null)
);

create index aanmelding_per_mantelzorger on aanmelding (mantelzorger_id);
create index aanmelding_open on aanmelding (tot) where status in ('ingediend', 'uitgezet', 'aangeboden');

-- A house that was asked.
create table uitzetting (
    id             uuid        not null,
    aanmelding_id  uuid        not null,
    logeerhuis_id  uuid        not null,
    status         text        not null,
    antwoord_voor  timestamptz not null,
    reden          bytea,                -- why not, as the house wrote it
    aangemaakt_op  timestamptz not null,
    beantwoord_op  timestamptz,
    constraint uitzetting_pkey primary key (id),
    constraint uitzetting_van_aanmelding foreign key (aanmelding_id) references aanmelding,
    constraint uitzetting_aan_logeerhuis foreign key (logeerhuis_id) references logeerhuis,
    constraint uitzetting_een_per_logeerhuis unique (aanmelding_id, logeerhuis_id),
    constraint uitzetting_status check (status in ('gevraagd', 'aangeboden', 'afgewezen', 'verlopen', 'vrijgegeven'))
);

create index uitzetting_per_logeerhuis on uitzetting (logeerhuis_id, status);
create index uitzetting_wacht on uitzetting (antwoord_voor) where status = 'gevraagd';

-- A bed for some nights, kept until the carer chooses.
create table aanbieding (
    id            uuid        not null,
    aanmelding_id uuid        not null,
    logeerhuis_id uuid        not null,
    bed_id        uuid        not null,
    van           date        not null,
    tot           date        not null,
    regelversie   integer     not null, -- the rules it was made under
    status        text        not null,
    verloopt_op   timestamptz not null,
    door          text        not null,
    aangemaakt_op timestamptz not null,
    gewijzigd_op  timestamptz not null,
    constraint aanbieding_pkey primary key (id),
    constraint aanbieding_van_uitzetting foreign key (aanmelding_id, logeerhuis_id)
        references uitzetting (aanmelding_id, logeerhuis_id),
    constraint aanbieding_van_bed foreign key (bed_id) references bed,
    constraint aanbieding_onder_regels foreign key (logeerhuis_id, regelversie) references huisregels,
    constraint aanbieding_heeft_nachten check (van < tot),
    constraint aanbieding_status check (status in ('aangeboden', 'aanvaard', 'afgewezen', 'verlopen', 'vrijgegeven'))
);

create index aanbieding_per_aanmelding on aanbieding (aanmelding_id);
create index aanbieding_wacht on aanbieding (verloopt_op) where status = 'aangeboden';
create unique index aanbieding_een_keuze on aanbieding (aanmelding_id) where status = 'aanvaard';

alter table bednacht
    add constraint bednacht_van_aanbieding foreign key (aanbieding_id) references aanbieding;

-- How often somebody was shown another road on a day; of them nothing else is kept.
create table doorverwijzing (
    dag    date    not null,
    route  text    not null,
    aantal integer not null,
    constraint doorverwijzing_pkey primary key (dag, route),
    constraint doorverwijzing_route check (route in ('jeugd', 'wlz'))
);
