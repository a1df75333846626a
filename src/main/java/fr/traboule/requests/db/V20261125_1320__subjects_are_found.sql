-- The subject stands above a request in each list: its words find it.
update requests.search_entry e
   set words = e.words || setweight(to_tsvector('ground.fr', t.title), 'C')
  from routing.subject_text t
 where t.subject_id = e.subject_id and t.language = 'fr' and not e.archived;
