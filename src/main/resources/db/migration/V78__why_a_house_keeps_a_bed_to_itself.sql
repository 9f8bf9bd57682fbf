-- Why a house keeps a bed to itself: about the bed or the house, and never about a person.
alter table bednacht
    add column reden text,
    add constraint bednacht_reden_van_blokkade check (reden is null or status = 'geblokkeerd');
