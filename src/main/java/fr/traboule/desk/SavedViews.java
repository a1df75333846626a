package fr.traboule.desk;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The views that are kept. */
@Repository
class SavedViews {

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody's own, and those shared with one of these units; by their names. */
    List<SavedView> of(AccountId account, Collection<UnitId> units, int most) {
        return jdbc.sql("""
                        select id, account_id, unit_id, name, query, version
                          from desk.saved_view
                         where account_id = :account or unit_id = any (:units)
                         order by account_id = :account desc, lower(name), id
                         limit :most
                        """)
                .param("account", account.value())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(SavedViews::view)
                .list();
    }

    Optional<SavedView> byId(SavedView.Id id) {
        return jdbc.sql("select id, account_id, unit_id, name, query, version from desk.saved_view where id = ?")
                .param(id.value())
                .query(SavedViews::view)
                .optional();
    }

    /** One person's views are counted and added one after the other. @return how many they have */
    int hold(AccountId account) {
        jdbc.sql("select id from ground.account where id = ? for no key update")
                .param(account.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from desk.saved_view where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    boolean hasName(AccountId account, String name) {
        return jdbc.sql("select exists (select from desk.saved_view where account_id = ? and lower(name) = lower(?))")
                .params(account.value(), name)
                .query(Boolean.class)
                .single();
    }

    void add(SavedView view) {
        jdbc.sql("""
                        insert into desk.saved_view (id, account_id, unit_id, name, query, version)
                        values (:id, :account, :unit, :name, :query, :version)
                        """)
                .param("id", view.id().value())
                .param("account", view.owner().value())
                .param("unit", view.unit().map(UnitId::value).orElse(null))
                .param("name", view.name())
                .param("query", view.query())
                .param("version", view.version())
                .update();
    }

    /** @return false if somebody changed it since that version */
    boolean rename(SavedView.Id id, int version, String name) {
        return jdbc.sql("update desk.saved_view set name = ?, version = version + 1 where id = ? and version = ?")
                        .params(name, id.value(), version)
                        .update()
                == 1;
    }

    void delete(SavedView.Id id) {
        jdbc.sql("delete from desk.saved_view where id = ?").param(id.value()).update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                new SavedView.Id(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getObject("unit_id", UUID.class)).map(UnitId::new),
                row.getString("name"),
                row.getString("query"),
                row.getInt("version"));
    }
}
