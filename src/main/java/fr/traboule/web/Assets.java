package fr.traboule.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The files that pages ask for beside their text (style sheet, fonts): kept by browsers for long, as the address changes with the content. */
@Component
class Assets {

    static final String FOLDER = "fr/traboule/web/assets/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, file -> "/assets/" + file + "?v=" + fingerprint(file));
    }

    private static String fingerprint(String file) {
        try (var content = new ClassPathResource(FOLDER + file).getInputStream()) {
            return DigestUtils.md5DigestAsHex(content).substring(0, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
