package fr.traboule.configuration;

import fr.traboule.records.RecordsPermission;
import fr.traboule.web.AdministrationLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entrance of these pages. */
@Configuration(proxyBeanMethods = false)
class ConfigurationPages {

    static final String ADDRESS = "/administration/ville";

    @Bean
    static AdministrationLink configurationLink() {
        return new AdministrationLink(
                ADDRESS, "configuration.title", "configuration.summary", RecordsPermission.CHANGE);
    }
}
