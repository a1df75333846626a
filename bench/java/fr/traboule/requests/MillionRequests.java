package fr.traboule.requests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills a started demonstration city with requests of two years, the same each time: its own subjects and units, its own
 * addresses, invented people of whom some write often, three in a hundred still open. Written straight into the database in
 * the order of time, as the program would have; the moves between units are left out, as no page reads them.
 */
final class MillionRequests {

    static final int REQUESTS = 1_000_000;

    private static final List<String> DATA =
            List.of("""
            set synchronous_commit = off
            """, """
            create function pg_temp.number_of(n bigint) returns text language plpgsql immutable as $$
            declare
                signs text := '23456789ABCDEFGHJKMNPQRSTVWXYZ';
                tried bigint := n * 3;
                rest bigint;
                made text;
                total int;
                worth int;
            begin
                loop
                    rest := tried; made := ''; total := 0;
                    for place in 0..7 loop
                        worth := (rest % 30)::int; rest := rest / 30;
                        made := made || substr(signs, worth + 1, 1);
                        total := total + (9 - place) * worth;
                    end loop;
                    worth := (31 - total % 31) % 31;
                    if worth < 30 then return made || substr(signs, worth + 1, 1); end if;
                    tried := tried + 1;
                end loop;
            end $$
            """, """
            create temporary table subject_of as
            select row_number() over (order by s.rank) - 1 as n, s.id as subject_id, s.nature, c.unit_id, s.sensitive
              from routing.subject s
              join lateral (select unit_id from routing.competence where subject_id = s.id and area_code is null limit 1) c on true
            """, """
            create temporary table place_of as
            select row_number() over (order by id) - 1 as n, address || ', ' || postcode || ' ' || town as label, longitude, latitude, area_code
              from city.address
            """, """
            create temporary table made as
            select i,
                   (lpad(to_hex((extract(epoch from received_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
                     || '8' || substr(md5(i::text), 4, 15))::uuid as id,
                   received_at, (hashint4(i) & 2147483647) as h, (hashint4(-i) & 2147483647) as k
              from (select i, now() - (1000000 - i) * interval '63 seconds' as received_at from generate_series(1, 1000000) as i) as timed
            """, """
            insert into requests.request (id, number, nature, channel, subject_id, unit_id, organisation_id, area_code, status, language,
                                          received_at, due_on, sensitive, version)
            select m.id, pg_temp.number_of(m.i), s.nature, (array['web', 'web', 'counter', 'phone'])[1 + m.h % 4], s.subject_id, s.unit_id,
                   u.organisation_id, p.area_code,
                   case when m.i > 970000 then (array['received', 'in_progress', 'waiting_resident'])[1 + m.k % 3] else 'closed' end,
                   'fr', m.received_at, m.received_at::date + 10, s.sensitive, 0
              from made m
              join subject_of s on s.n = m.h % (select count(*) from subject_of)
              join place_of p on p.n = m.k % (select count(*) from place_of)
              join city.unit u on u.id = s.unit_id
             order by m.i
            """, """
            insert into requests.statement (request_id, description, place, longitude, latitude, answer_way, name, email, phone, needs)
            select m.id,
                   (array['Un lampadaire est éteint', 'Un nid de poule abîme les roues', 'Des ordures débordent', 'Je voudrais une place en crèche',
                          'Un arbre menace de tomber', 'Il me faut un acte de naissance', 'Un banc est cassé', 'Le trottoir est trop étroit',
                          'La fontaine ne coule plus', 'Je demande un rendez-vous', 'Le bruit empêche de dormir', 'Une voiture est abandonnée'])[1 + m.h % 12]
                     || ' ' || (array['devant l’école', 'près de la boulangerie', 'au coin de la place', 'depuis trois semaines', 'chaque nuit',
                          'pour mon enfant', 'au fond du square', 'à côté de l’arrêt de bus'])[1 + m.k % 8] || ', dossier ' || to_hex(m.k),
                   p.label, p.longitude + (m.h % 1000 - 500) * 0.00002, p.latitude + (m.k % 1000 - 500) * 0.00002, 'email',
                   (array['Camille', 'Malo', 'Inès', 'Jules', 'Fatima', 'Louis', 'Aïcha', 'Paul', 'Chloé', 'Nora'])[1 + m.h % 10] || ' '
                     || (array['Martin', 'Bernard', 'Petit', 'Durand', 'Leroy', 'Moreau', 'Garcia', 'Roussel', 'Benali', 'Nguyen', 'Faure', 'Blanc'])[1 + m.k % 12]
                     || ' ' || initcap(substr(md5((m.h % 200000)::text), 1, 5)),
                   'personne-' || m.h % 200000 || '@example.org', '06' || lpad((m.h % 200000 * 397 % 100000000)::text, 8, '0'), '{}'
              from made m
              join place_of p on p.n = m.k % (select count(*) from place_of)
             order by m.i
            """, """
            insert into requests.message (id, request_id, kind, words, written_at)
            select gen_random_uuid(), id, 'answer', 'Bonjour, l’équipe est passée et tout est en ordre. Merci de votre signalement.', received_at
              from made where i % 3 = 0 order by i
            """, """
            insert into requests.history (id, subject_id, kind, happened_at, actor_kind, details)
            select id, id, 'received', received_at, 'resident', '{"status": "received"}' from made order by i
            """, """
            insert into requests.search_entry (request_id, unit_id, subject_id, area_code, status, open, due_on, received_at, sensitive, words)
            select r.id, r.unit_id, r.subject_id, r.area_code, r.status, r.status <> 'closed', r.due_on, r.received_at, r.sensitive,
                   setweight(to_tsvector('ground.fr', concat_ws(' ', s.name, s.email, s.phone)), 'A')
                     || setweight(to_tsvector('ground.fr', s.place), 'B') || setweight(to_tsvector('ground.fr', concat_ws(' ', s.description, t.title)), 'C')
                     || setweight(to_tsvector('ground.fr', coalesce(m.words, '')), 'D')
              from requests.request r
              join requests.statement s on s.request_id = r.id
              left join routing.subject_text t on t.subject_id = r.subject_id and t.language = 'fr'
              left join requests.message m on m.request_id = r.id
             where r.id in (select id from made)
             order by r.id
            """, "vacuum analyze");

    private MillionRequests() {}

    static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : DATA) {
                statement.execute(sql);
            }
        }
    }
}
