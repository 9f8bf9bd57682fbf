-- Whoever types an address holds the key of what they began: it is of the person of that address only when that person was
-- signed in there. What is kept of before is on nobody's pages.
alter table intakeconcept add column zelf boolean not null default false;
