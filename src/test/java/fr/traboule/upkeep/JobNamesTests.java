package fr.traboule.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.traboule.WholeProgramTest;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each job that the program has is named in words on the page of works: one without a name would break the page. */
@WholeProgramTest
class JobNamesTests {

    @Autowired
    List<RecurringTask<?>> jobs;

    @Autowired
    Wordings wordings;

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void eachJobHasAName(Language language) {
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(job -> assertThat(wordings.in(language)
                                .text("upkeep.job." + job.getName().replace('-', '_')))
                        .isNotBlank());
    }
}
