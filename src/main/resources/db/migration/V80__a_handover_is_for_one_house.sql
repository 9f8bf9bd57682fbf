-- Consent was given for one house by name. Who comes to stay somewhere else is asked again.
alter table overdracht add column logeerhuis_id uuid;

update overdracht o
   set logeerhuis_id = b.logeerhuis_id
  from aanbieding b
 where b.aanmelding_id = o.aanmelding_id and b.status = 'aanvaard';

delete from overdracht where logeerhuis_id is null;

alter table overdracht
    alter column logeerhuis_id set not null,
    add constraint overdracht_voor_logeerhuis foreign key (logeerhuis_id) references logeerhuis;
