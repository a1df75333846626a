package fr.traboule.staff;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.Accounts;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordQuery;
import fr.traboule.records.RecordWriter;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Posts (« affectations »): who works in which unit. As records of the city they are changed as all others: on a day to come,
 * compared, undone. They are in no folder: accounts belong to one installation.
 */
@Component
@Order(500)
class PostRecords implements RecordFile, RecordWriter {

    static final String AGENT = "agent";
    static final String UNIT = "works_in";

    private final RecordQuery query;
    private final Accounts accounts;
    private final Directory directory;
    private final Posts posts;

    PostRecords(RecordQuery query, Accounts accounts, Directory directory, Posts posts) {
        this.query = query;
        this.accounts = accounts;
        this.directory = directory;
        this.posts = posts;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text(AGENT).needed(), Column.reference(UNIT, "units").needed());
    }

    @Override
    public List<String> key() {
        return List.of(AGENT, UNIT);
    }

    @Override
    public boolean isInFolder() {
        return false;
    }

    /** Of those who left there is nothing to say. */
    @Override
    public List<Entry> read() {
        return query.read("""
                select a.email as agent, u.code as works_in
                  from city.post p
                  join ground.account a on a.id = p.account_id and a.closed_at is null
                  join city.unit u on u.id = p.unit_id
                 order by a.email, u.code
                """);
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public void write(Line line) {
        posts.assign(agent(line).id(), unit(line).id());
    }

    @Override
    public void remove(Line line) {
        posts.end(agent(line).id(), unit(line).id());
    }

    String keyOf(Line line) {
        return new Entry(line.cells()).key(key());
    }

    private Account agent(Line line) {
        return accounts.byEmail(line.required(AGENT))
                .filter(account -> !account.isClosed())
                .orElseThrow(() -> line.wrong(AGENT, "noAgent"));
    }

    private Unit unit(Line line) {
        return directory.unit(line.required(UNIT)).orElseThrow(() -> line.wrong(UNIT, "notIn", "units"));
    }
}
