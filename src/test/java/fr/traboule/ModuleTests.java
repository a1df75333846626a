package fr.traboule;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

    @Test
    void modulesUseOnlyTheModulesTheyMay() {
        ApplicationModules.of(Traboule.class).verify();
    }
}
