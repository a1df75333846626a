package fr.traboule.start;

import org.springframework.stereotype.Component;

/** What the program says to the person at the terminal, apart from its log. */
@Component
class Console {

    void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    void progress(int step, int steps, String what) {
        say("Loading the city, %d of %d: %s".formatted(step, steps, what));
    }
}
