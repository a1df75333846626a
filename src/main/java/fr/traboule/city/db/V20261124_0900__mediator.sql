-- The mediator (« médiateur territorial », CGCT article L1112-24), where the city has one: who it is, and how to reach them.
alter table city.city
    add column mediator       text,
    add column mediator_phone text,
    add column mediator_link  text;
