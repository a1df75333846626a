package fr.traboule.configuration;

import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.ground.works.WorkFile;
import fr.traboule.records.ExportFolder;
import fr.traboule.records.RecordsPermission;
import java.io.ByteArrayOutputStream;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The export of a city of many addresses: in one portion, because its files are all of one moment. */
@Component
class ExportWork implements LongWork {

    static final String KIND = "configuration.long-export";

    private final ExportFolder export;
    private final TransactionTemplate oneMoment;

    ExportWork(ExportFolder export, PlatformTransactionManager transactions) {
        this.export = export;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    static NewWork asked() {
        return NewWork.of(KIND).making(new WorkFile(ExportController.FILE, ExportController.TYPE));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "configuration.export.title";
    }

    @Override
    public Permission permission() {
        return RecordsPermission.CHANGE;
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(export.size(portion.actor()));
    }

    @Override
    public Step next(Portion portion) {
        var archive = new ByteArrayOutputStream();
        oneMoment.executeWithoutResult(status -> export.write(portion.actor(), archive, portion::tell));
        portion.write(archive.toByteArray());
        return new Step.End(export.size(portion.actor()));
    }
}
