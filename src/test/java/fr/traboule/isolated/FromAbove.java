package fr.traboule.isolated;

import fr.traboule.desk.CaseSection;
import fr.traboule.desk.DeskPanel;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the desk and to the page of a request, as a floor above does. */
@Configuration(proxyBeanMethods = false)
class FromAbove {

    @Bean
    CaseSection sectionFromAbove() {
        return (request, page) -> Optional.of(output -> output.writeContent(
                "A section from above about " + request.request().number()));
    }

    @Bean
    DeskPanel panelFromAbove() {
        return (agent, page) -> Optional.of(output -> output.writeContent("A panel from above"));
    }
}
