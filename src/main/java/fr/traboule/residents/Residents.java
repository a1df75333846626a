package fr.traboule.residents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The records of people. Those of the same person stay as they are when they are merged: one goes on, the others point to it,
 * and to undo it is to point no more.
 */
@Repository
class Residents {

    private static final String COLUMNS = """
            r.id, r.basis, r.basis_words, r.language, r.answer_way, r.needs, r.needs_words, r.kept_at, r.merged_into, r.version
            """;

    /** Nearer than what is {@linkplain Likeness#ALIKE proposed}: among a million names, many are alike. */
    private static final String SEARCHED = "0.6";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]{3,}");

    private final JdbcClient jdbc;

    Residents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is one of that id already: nothing changes then */
    boolean add(NewResident wanted, Instant at) {
        var added = jdbc.sql("""
                        insert into residents.resident (id, basis, basis_words, language, answer_way, needs, needs_words, kept_at, version)
                        values (:id, :basis, :basisWords, :language, :way, :needs, :needsWords, :at, 0)
                        on conflict (id) do nothing
                        """)
                .param("id", wanted.id().value())
                .param("basis", wanted.grounds().basis().code())
                .param("basisWords", wanted.grounds().words().orElse(null))
                .param("language", wanted.language().code())
                .param("way", wanted.way().code())
                .param("needs", codes(wanted.needs()))
                .param("needsWords", wanted.needs().words().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        if (added == 1) {
            wanted.details().forEach(detail -> add(wanted.id(), detail));
        }
        return added == 1;
    }

    /** Empty where there is none, or it is erased. */
    Optional<Resident> byId(ResidentId id) {
        return jdbc.sql("select " + COLUMNS + " from residents.resident r where r.id = ? and r.erased_at is null")
                .param(id.value())
                .query(Residents::resident)
                .optional();
    }

    Optional<ResidentId> root(ResidentId id) {
        return jdbc.sql("""
                        select r.id from residents.resident r
                         where r.id = residents.root(:id) and r.erased_at is null
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(ResidentId::new);
    }

    /** The record itself and all that are merged into it, however far down; itself first. */
    List<Resident> kin(ResidentId id) {
        return jdbc.sql("""
                        with recursive kin (id, depth) as (
                            select :id, 0
                            union all
                            select r.id, kin.depth + 1 from kin join residents.resident r on r.merged_into = kin.id)
                        select %s
                          from kin join residents.resident r on r.id = kin.id
                         where r.erased_at is null
                         order by kin.depth, r.id
                        """.formatted(COLUMNS))
                .param("id", id.value())
                .query(Residents::resident)
                .list();
    }

    /** @return false if somebody changed it since it was read: nothing changes then */
    boolean change(Resident changed) {
        return jdbc.sql("""
                        update residents.resident
                           set basis = :basis, basis_words = :basisWords, language = :language, answer_way = :way, needs = :needs,
                               needs_words = :needsWords, merged_into = :mergedInto, version = version + 1
                         where id = :id and version = :version and erased_at is null
                        """)
                        .param("id", changed.id().value())
                        .param("basis", changed.grounds().basis().code())
                        .param("basisWords", changed.grounds().words().orElse(null))
                        .param("language", changed.language().code())
                        .param("way", changed.way().code())
                        .param("needs", codes(changed.needs()))
                        .param("needsWords", changed.needs().words().orElse(null))
                        .param(
                                "mergedInto",
                                changed.mergedInto().map(ResidentId::value).orElse(null))
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    /** Nothing of who it was is left; that there was a record, and what happened to it, stays. */
    boolean erase(Resident resident, Instant at) {
        var id = resident.id().value();
        var erased = jdbc.sql("""
                        update residents.resident
                           set erased_at = :at, basis_words = null, language = 'fr', answer_way = 'none', needs = '{}',
                               needs_words = null, version = version + 1
                         where id = :id and version = :version and erased_at is null
                        """)
                .param("id", id)
                .param("version", resident.version())
                .param("at", Timestamp.from(at))
                .update();
        for (var table : List.of("detail", "representative", "correction")) {
            jdbc.sql("delete from residents." + table + " where resident_id = ?")
                    .param(id)
                    .update();
        }
        jdbc.sql("delete from residents.apart where one = :id or other = :id")
                .param("id", id)
                .update();
        return erased == 1;
    }

    void add(ResidentId id, Detail detail) {
        jdbc.sql("insert into residents.detail (id, resident_id, kind, value, shared, main) values (?, ?, ?, ?, ?, ?)")
                .params(detail.id(), id.value(), detail.kind().code(), detail.value(), detail.shared(), detail.main())
                .update();
    }

    void change(Detail detail) {
        jdbc.sql("update residents.detail set value = ?, shared = ? where id = ?")
                .params(detail.value(), detail.shared(), detail.id())
                .update();
    }

    /** Another one of its kind becomes the main one, if it was it. */
    void remove(Detail detail) {
        var owner = owner(detail);
        jdbc.sql("delete from residents.detail where id = ?").param(detail.id()).update();
        jdbc.sql("""
                        update residents.detail set main = true
                         where id = (select id from residents.detail d
                                      where d.resident_id = :owner and d.kind = :kind
                                        and not exists (select from residents.detail m
                                                         where m.resident_id = :owner and m.kind = :kind and m.main)
                                      order by id limit 1)
                        """)
                .param("owner", owner.value())
                .param("kind", detail.kind().code())
                .update();
    }

    void makeMain(Detail detail) {
        var owner = owner(detail);
        jdbc.sql("update residents.detail set main = false where resident_id = ? and kind = ? and main")
                .params(owner.value(), detail.kind().code())
                .update();
        jdbc.sql("update residents.detail set main = true where id = ?")
                .param(detail.id())
                .update();
    }

    /** The one record, of those that are merged, in which it stands. */
    ResidentId owner(Detail detail) {
        return new ResidentId(jdbc.sql("select resident_id from residents.detail where id = ?")
                .param(detail.id())
                .query(UUID.class)
                .single());
    }

    void add(ResidentId id, Represented represented) {
        jdbc.sql(
                        "insert into residents.representative (id, resident_id, name, quality, reach) values (?, ?, ?, ?, ?) on conflict do nothing")
                .param(represented.id())
                .param(id.value())
                .param(represented.representative().name())
                .param(represented.representative().quality().code())
                .param(represented.reach().orElse(null))
                .update();
    }

    boolean removeRepresentative(Collection<ResidentId> kin, UUID representative) {
        return jdbc.sql("delete from residents.representative where id = :id and resident_id = any (:kin)")
                        .param("id", representative)
                        .param("kin", ids(kin))
                        .update()
                == 1;
    }

    List<Represented> representatives(Collection<ResidentId> kin) {
        return jdbc.sql("""
                        select id, name, quality, reach from residents.representative where resident_id = any (:kin) order by id
                        """)
                .param("kin", ids(kin))
                .query((row, number) -> new Represented(
                        row.getObject("id", UUID.class),
                        new Representative(row.getString("name"), Representative.Quality.of(row.getString("quality"))),
                        Optional.ofNullable(row.getString("reach"))))
                .list();
    }

    void add(ResidentId id, Correction correction) {
        jdbc.sql("""
                        insert into residents.correction (id, resident_id, kind, former, now, reason, account_id, corrected_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(correction.id())
                .param(id.value())
                .param(correction.kind().code())
                .param(correction.former())
                .param(correction.now().orElse(null))
                .param(correction.reason())
                .param(correction.account().value())
                .param(Timestamp.from(correction.at()))
                .update();
    }

    List<Correction> corrections(Collection<ResidentId> kin) {
        return jdbc.sql("""
                        select id, kind, former, now, reason, account_id, corrected_at
                          from residents.correction where resident_id = any (:kin) order by id desc limit 200
                        """)
                .param("kin", ids(kin))
                .query((row, number) -> new Correction(
                        row.getObject("id", UUID.class),
                        DetailKind.of(row.getString("kind")),
                        row.getString("former"),
                        Optional.ofNullable(row.getString("now")),
                        row.getString("reason"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getTimestamp("corrected_at").toInstant()))
                .list();
    }

    void keepApart(ResidentId one, ResidentId other) {
        jdbc.sql("""
                        insert into residents.apart (one, other) values (least(:one, :other), greatest(:one, :other))
                        on conflict do nothing
                        """).param("one", one.value()).param("other", other.value()).update();
    }

    /** In short, in the order asked for; those that are erased or merged into others are left out. */
    List<ResidentCard> cards(List<ResidentId> roots) {
        var details = details(roots);
        var kin = jdbc
                .sql("""
                        with recursive kin (root, id, depth) as (
                            select wanted.id, wanted.id, 0 from unnest(:ids) as wanted (id)
                            union all
                            select kin.root, r.id, kin.depth + 1 from kin join residents.resident r on r.merged_into = kin.id)
                        select kin.root, %s
                          from kin join residents.resident r on r.id = kin.id
                         where r.erased_at is null
                         order by kin.depth, r.id
                        """.formatted(COLUMNS))
                .param("ids", ids(roots))
                .query((row, number) ->
                        new Kin(new ResidentId(row.getObject("root", UUID.class)), resident(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Kin::root, mapping(Kin::resident, toList())));
        return roots.stream()
                .map(root -> card(kin.getOrDefault(root, List.of()), details.getOrDefault(root, List.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    private record Kin(ResidentId root, Resident resident) {}

    private static Optional<ResidentCard> card(List<Resident> kin, List<Detail> details) {
        return kin.stream()
                .findFirst()
                .filter(root -> root.mergedInto().isEmpty())
                .map(root -> new ResidentCard(
                        root.id(),
                        details,
                        root.way(),
                        root.language(),
                        kin.stream().map(Resident::needs).reduce(Needs.NONE, Needs::and),
                        root.version()));
    }

    /** Those of each record and of all that are merged into it, its own main ones first. */
    Map<ResidentId, List<Detail>> details(Collection<ResidentId> roots) {
        return jdbc.sql("""
                        with recursive kin (root, id, depth) as (
                            select wanted.id, wanted.id, 0 from unnest(:ids) as wanted (id)
                            union all
                            select kin.root, r.id, kin.depth + 1 from kin join residents.resident r on r.merged_into = kin.id)
                        select kin.root, d.id, d.kind, d.value, d.shared, d.main
                          from kin join residents.detail d on d.resident_id = kin.id
                         order by kin.root, kin.depth, d.main desc, d.id
                        """).param("ids", ids(roots)).query(Residents::owned).list().stream()
                .collect(groupingBy(Owned::root, mapping(Owned::detail, toList())));
    }

    private record Owned(ResidentId root, Detail detail) {}

    /** The last kept first. */
    List<ResidentId> page(Optional<ResidentId> before, int most) {
        return jdbc
                .sql("""
                        select id from residents.resident
                         where merged_into is null and erased_at is null and id < :before
                         order by id desc
                         limit :most
                        """)
                .param("before", before.map(ResidentId::value).orElse(new UUID(-1, -1)))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(ResidentId::new)
                .toList();
    }

    /** By an e-mail address or a telephone number, however it is written. */
    List<ResidentId> byKey(DetailKind kind, String typed, int most) {
        return roots("""
                        select d.resident_id
                          from residents.detail d
                         where d.kind = :kind and d.key = residents.key(:kind, :typed) and d.key <> ''
                         limit :most
                        """, Map.of("kind", kind.code(), "typed", typed, "most", most));
    }

    /** In whose name or postal address all these words stand, Latin ones of three letters also in part. */
    List<ResidentId> byWords(List<String> words, int most) {
        var parameters = new HashMap<String, Object>();
        parameters.put("most", most);
        var conditions = new StringBuilder();
        for (var word : words) {
            var name = "word" + parameters.size();
            parameters.put(name, word);
            conditions.append(
                    isFoundInPart(word)
                            ? " and d.key like '%%' || residents.key('name', :%s) || '%%'".formatted(name)
                            : " and string_to_array(d.key, ' ') @> array[residents.key('name', :%s)]".formatted(name));
        }
        return roots(
                "select d.resident_id from residents.detail d where d.kind in ('name', 'address')" + conditions
                        + " limit :most",
                parameters);
    }

    /** Whether it has trigrams: three Latin letters, accents apart, or digits. */
    static boolean isFoundInPart(String word) {
        return LATIN.matcher(ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .replaceAll(""))
                .matches();
    }

    /** Whose name is written a little differently, the likest first; one letter in a short name. */
    List<ResidentId> byLikeName(String typed, int most) {
        jdbc.sql("select set_config('pg_trgm.similarity_threshold', :threshold, true)")
                .param("threshold", SEARCHED)
                .query(String.class)
                .single();
        return roots("""
                        select d.resident_id
                          from residents.detail d
                         where d.kind = 'name' and d.key operator(public.%) residents.key('name', :typed)
                         order by public.similarity(d.key, residents.key('name', :typed)) desc, d.id
                         limit :most
                        """, Map.of("typed", typed, "most", most));
    }

    private List<ResidentId> roots(String found, Map<String, ?> parameters) {
        var ids = jdbc.sql("""
                        with found (id) as (%s)
                        select residents.root(found.id) as id from found
                        """.formatted(found)).params(parameters).query(UUID.class).list().stream()
                .map(ResidentId::new)
                .toList();
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    /** Who may be the same person as these records. */
    List<Candidate> alike(Collection<ResidentId> kin, int most) {
        return alike(
                "select kind, key, shared from residents.detail where resident_id = any (:kin) and key <> ''",
                Map.of("kin", ids(kin), "most", most));
    }

    /** Who may be the person that is told of so. */
    List<Candidate> alike(List<Detail> told, int most) {
        return alike(
                """
                select told.kind, residents.key(told.kind, told.value), told.shared
                  from unnest(:kinds, :values, :shared) as told (kind, value, shared)
                 where residents.key(told.kind, told.value) <> ''
                """,
                Map.of(
                        "kinds",
                                told.stream()
                                        .map(detail -> detail.kind().code())
                                        .toArray(String[]::new),
                        "values", told.stream().map(Detail::value).toArray(String[]::new),
                        "shared", told.stream().map(Detail::shared).toArray(Boolean[]::new),
                        "kin", new UUID[0],
                        "most", most));
    }

    /**
     * Every way in is an index: the same key, and of those who have the same address or the very same name, only whose name or
     * address is near. How alike names are is computed for these few alone.
     */
    private List<Candidate> alike(String mine, Map<String, ?> parameters) {
        return jdbc.sql("""
                        with mine (kind, key, shared) as materialized (%s),
                        hit (resident_id, kind, shared) as materialized (
                            select d.resident_id, d.kind, d.shared or mine.shared
                              from mine join residents.detail d on d.kind = mine.kind and d.key = mine.key
                             where mine.kind in ('phone', 'email', 'address') and d.resident_id <> all (:kin)
                            union all
                            select d.resident_id, 'address', true
                              from mine join residents.detail d on d.kind = mine.kind and d.key = mine.key
                             where mine.kind = 'name' and d.resident_id <> all (:kin)
                               and exists (select from residents.detail home, mine as here
                                            where home.resident_id = d.resident_id and home.kind = 'address'
                                              and here.kind = 'address' and public.similarity(home.key, here.key) >= 0.5)),
                        near as (
                            select hit.resident_id,
                                   bool_or(hit.kind = 'phone') as phone,
                                   bool_or(hit.kind = 'phone' and not hit.shared) as own_phone,
                                   bool_or(hit.kind = 'email') as email,
                                   bool_or(hit.kind = 'email' and not hit.shared) as own_email,
                                   bool_or(hit.kind = 'address') as address,
                                   (select max(case when d.key = mine.key then 1 else public.similarity(d.key, mine.key) end)::float8
                                      from residents.detail d, mine
                                     where d.resident_id = hit.resident_id and d.kind = 'name' and mine.kind = 'name') as names
                              from hit
                             group by hit.resident_id)
                        select root.id, near.*
                          from near, lateral residents.root(near.resident_id) as root (id)
                         where (near.phone or near.email or near.names >= :alike)
                           and root.id <> all (:kin)
                           and not exists (select from residents.apart a
                                            where a.one = any (:kin) and residents.root(a.other) = root.id)
                           and not exists (select from residents.apart a
                                            where a.other = any (:kin) and residents.root(a.one) = root.id)
                         order by near.names desc nulls last, near.resident_id
                         limit :most
                        """.formatted(mine))
                .params(parameters)
                .param("alike", Likeness.ALIKE)
                .query((row, number) -> new Candidate(
                        new ResidentId(row.getObject("id", UUID.class)),
                        new Likeness(
                                common(row, "phone"),
                                common(row, "email"),
                                row.getBoolean("address"),
                                Optional.ofNullable(row.getObject("names", Double.class)))))
                .list();
    }

    /** Somebody who has something in common. */
    record Candidate(ResidentId id, Likeness likeness) {}

    private static Likeness.Common common(ResultSet row, String kind) throws SQLException {
        if (row.getBoolean("own_" + kind)) {
            return Likeness.Common.OWN;
        }
        return row.getBoolean(kind) ? Likeness.Common.SHARED : Likeness.Common.NONE;
    }

    private static Owned owned(ResultSet row, int number) throws SQLException {
        return new Owned(
                new ResidentId(row.getObject("root", UUID.class)),
                new Detail(
                        row.getObject("id", UUID.class),
                        DetailKind.of(row.getString("kind")),
                        row.getString("value"),
                        row.getBoolean("shared"),
                        row.getBoolean("main")));
    }

    private static Resident resident(ResultSet row, int number) throws SQLException {
        return new Resident(
                new ResidentId(row.getObject("id", UUID.class)),
                new Grounds(Basis.of(row.getString("basis")), Optional.ofNullable(row.getString("basis_words"))),
                AnswerWay.of(row.getString("answer_way")),
                Language.of(row.getString("language")).orElse(Language.FR),
                new Needs(
                        Stream.of((String[]) row.getArray("needs").getArray())
                                .map(Need::of)
                                .toList(),
                        Optional.ofNullable(row.getString("needs_words"))),
                row.getTimestamp("kept_at").toInstant(),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(ResidentId::new),
                row.getInt("version"));
    }

    private static String[] codes(Needs needs) {
        return needs.kinds().stream().map(Need::code).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<ResidentId> residents) {
        return residents.stream().map(ResidentId::value).toArray(UUID[]::new);
    }

    static Set<ResidentId> idsOf(List<Resident> kin) {
        return kin.stream().map(Resident::id).collect(toCollection(LinkedHashSet::new));
    }
}
