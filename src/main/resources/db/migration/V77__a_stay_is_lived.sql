-- What was certain is lived: they came or did not, stayed longer or left early, and it is over.
alter table aanmelding drop constraint aanmelding_status;
alter table aanmelding add constraint aanmelding_status
    check (status in ('concept', 'ingediend', 'uitgezet', 'aangeboden', 'geaccepteerd', 'bevestigd', 'verblijft', 'afgerond',
                      'afgewezen', 'ingetrokken', 'verlopen'));

-- Nobody stays on what the gemeente did not decide. What is over can have taken no night: they did not come.
alter table aanmelding drop constraint aanmelding_zeker_na_besluit;
alter table aanmelding add constraint aanmelding_zeker_na_besluit
    check (status not in ('bevestigd', 'verblijft') or gewist_op is not null or (wmo = 'toegekend' and wmo_gebruikt > 0));

create index aanmelding_te_gast on aanmelding (status) where status in ('geaccepteerd', 'bevestigd', 'verblijft');

-- The offer that was chosen is the stay; van and tot are its nights as they are agreed now.
alter table aanbieding
    add column gekomen_op    timestamptz,                    -- when the house said that they came; empty when nobody did
    add column vertrokken_op date,                           -- the day they left, when the house said so
    add column niet_gekomen  boolean not null default false, -- they did not come
    add column gevraagd_tot  date,                           -- until when the carer asked the house for, longer or shorter
    add constraint aanbieding_van_wie_koos check (status in ('aanvaard', 'vrijgegeven')
        or (gekomen_op is null and vertrokken_op is null and not niet_gekomen and gevraagd_tot is null)),
    add constraint aanbieding_wie_vertrok_kwam
        check (vertrokken_op is null or (gekomen_op is not null and vertrokken_op between van and tot)),
    add constraint aanbieding_wie_niet_kwam_vertrok_niet check (not niet_gekomen or (gekomen_op is null and vertrokken_op is null));
