package fr.traboule.configuration;

import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.records.Change;
import fr.traboule.records.ChangeId;
import fr.traboule.records.Changes;
import fr.traboule.records.ReceivedFiles;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.records.Results;
import fr.traboule.records.Results.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is done with thousands of records, in one portion because it happens whole or not at all: a file is read, a change is
 * applied, or what takes it back is worked out.
 */
@Component
class ChangeWork implements LongWork {

    private static final String KIND = "configuration.long-change";
    private static final String LINES = "lines";
    private static final String UPLOAD = "upload";
    private static final String ALL = "all";
    private static final String CHANGE = "change";
    private static final String VERSION = "version";

    private final ReceivedFiles received;
    private final Changes changes;
    private final RecordFiles files;
    private final Results results;

    ChangeWork(ReceivedFiles received, Changes changes, RecordFiles files, Results results) {
        this.received = received;
        this.changes = changes;
        this.files = files;
        this.results = results;
    }

    /**
     * Reads a file that was received.
     *
     * @param kind where its name does not say it
     * @param matching as the form of {@link MatchingForm} sends it; empty where the columns are ours
     */
    static NewWork reading(
            String title, ReceivedFiles.TakesLong file, String kind, boolean saysAll, Map<String, String> matching) {
        var work = NewWork.of(KIND)
                .titled(title)
                .with(LINES, String.valueOf(file.lines()))
                .with(UPLOAD, file.upload().toString())
                .with("kind", kind)
                .with(ALL, String.valueOf(saysAll));
        for (var column : matching.entrySet()) {
            work = work.with(column.getKey(), column.getValue());
        }
        return work;
    }

    static NewWork applying(String title, Change change, int version, int lines) {
        return NewWork.of(KIND)
                .titled(title)
                .with(LINES, String.valueOf(lines))
                .with(CHANGE, change.id().value().toString())
                .with(VERSION, String.valueOf(version));
    }

    static NewWork undoing(String title, Change change, int lines) {
        return NewWork.of(KIND)
                .titled(title)
                .with(LINES, String.valueOf(lines))
                .with(CHANGE, change.id().value().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "configuration.work";
    }

    @Override
    public Permission permission() {
        return RecordsPermission.CHANGE;
    }

    @Override
    public Optional<String> address(String outcome) {
        return Optional.of(ResultController.ADDRESS + "/" + outcome);
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(lines(portion));
    }

    private static long lines(Portion portion) {
        return Long.parseLong(portion.parameter(LINES));
    }

    @Override
    public Step next(Portion portion) {
        var result = results.keep(portion.work().parameters().containsKey(UPLOAD) ? read(portion) : decide(portion));
        return new Step.End(lines(portion), Optional.of(result.toString()));
    }

    private Result read(Portion portion) {
        var parameters = portion.work().parameters();
        var kind = files.byName(portion.parameter("kind"));
        var outcome = received.read(
                portion.actor(),
                UUID.fromString(portion.parameter(UPLOAD)),
                kind,
                kind.flatMap(file -> MatchingForm.read(file, parameters)),
                Boolean.parseBoolean(portion.parameter(ALL)),
                portion::tell);
        return result(Optional.empty(), outcome);
    }

    private Result decide(Portion portion) {
        var change = new ChangeId(UUID.fromString(portion.parameter(CHANGE)));
        return Optional.ofNullable(portion.work().parameters().get(VERSION))
                .map(version -> result(
                        Optional.of(change),
                        changes.apply(
                                portion.actor(), new Changes.Seen(change, Integer.parseInt(version)), portion::tell)))
                .orElseGet(() ->
                        result(Optional.of(change), changes.draftUndoing(portion.actor(), change, portion::tell)));
    }

    private static Result result(Optional<ChangeId> of, Changes.Outcome outcome) {
        return switch (outcome) {
            case Changes.Drafted drafted -> new Result(Optional.of(drafted.id()), List.of());
            case Changes.Refused refused -> new Result(of, refused.problems());
            case Changes.NothingToChange nothing -> new Result(Optional.empty(), List.of());
            case Changes.Applied applied -> new Result(of, List.of());
            case Changes.Prepared prepared -> new Result(of, List.of());
            case Changes.DecidedMeanwhile decided -> new Result(of, List.of());
        };
    }
}
