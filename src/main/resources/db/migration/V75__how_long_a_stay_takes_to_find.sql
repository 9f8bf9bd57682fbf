-- The lead time is the city's own measure: from the first question to the first night, with the road of the law beside it.
alter table aanmelding
    add column begonnen_op     timestamptz, -- when the first question was answered
    add column wmo_melding_op  date,        -- told to the gemeente: it looks into it for six weeks at most
    add column wmo_aanvraag_op date,        -- asked for: it decides within two weeks
    add column wmo_besluit_op  date;

update aanmelding set begonnen_op = aangemaakt_op;

alter table aanmelding
    alter column begonnen_op set not null,
    add constraint aanmelding_begon_eerder check (begonnen_op <= aangemaakt_op),
    add constraint aanmelding_wmo_op_volgorde
        check (wmo_aanvraag_op >= wmo_melding_op and wmo_besluit_op >= coalesce(wmo_aanvraag_op, wmo_melding_op));

alter table aanbieding
    add column aanvaard_op timestamptz; -- when the carer chose it

update aanbieding set aanvaard_op = gewijzigd_op where status = 'aanvaard';
