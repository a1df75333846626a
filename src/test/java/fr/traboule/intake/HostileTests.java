package fr.traboule.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.Hostile;
import fr.traboule.WholeProgramTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What comes from outside to do harm: it is answered in a sentence, never by a failure, and nothing of it runs or stays. */
@WholeProgramTest
class HostileTests {

    private static final Map<String, List<String>> FORMS = Map.of(
            "/signaler", List.of("description", "subject"),
            "/ecrire", List.of("description"),
            "/suivi", List.of("number", "secret"),
            "/reprendre", List.of("code"),
            "/connexion", List.of("email", "password"),
            "/connexion/oubli", List.of("email"),
            "/connexion/code", List.of("code"),
            "/mot-de-passe/invented", List.of("password"));

    @Autowired
    MockMvcTester mvc;

    static Stream<Arguments> posts() {
        return FORMS.keySet().stream()
                .sorted()
                .flatMap(address -> Hostile.WORDS.stream().map(words -> Arguments.of(address, words)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("posts")
    void aPostIsAnsweredInASentence(String address, String words) {
        var request = mvc.post().uri(address).with(csrf());
        FORMS.getOrDefault(address, List.of()).forEach(field -> request.param(field, words));

        Hostile.requireHarmless(request.exchange());
    }

    static Stream<Arguments> uploads() {
        return Stream.of(
                upload("photo.jpg", "\u00ff\u00d8\u00ff"),
                upload("photo.jpg", "\u00ff\u00d8\u00ff\u00e1\u00ff\u00ffExif"),
                upload("photo.jpg", "\u00ff\u00d8\u00ff\u00e0\u0000\u0001"),
                upload("photo.jpg", "GIF89a/*<script>*/=1"),
                upload("photo.png", "\u0089PNG\r\n\u001a\n"),
                upload("photo.png", "\u0089PNG\r\n\u001a\n\u007f\u00ff\u00ff\u00ffIHDR"),
                upload("photo.webp", "RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8X"),
                upload("photo.webp", "RIFF\u0000\u0000\u0000\u0000WEBP"),
                upload("photo.heic", "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic"),
                upload("page.html", "<html><script>alert(1)</script>"),
                upload("photo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                upload("bombe.zip", "PK\u0003\u0004" + "\u0000".repeat(200)),
                upload("bombe.gz", "\u001f\u008b\u0008" + "\u0000".repeat(200)),
                upload(
                        "bombe.xml",
                        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;'>]><a>&d;</a>"),
                upload("macro.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                upload("virus.exe", "MZ\u0090\u0000"),
                upload("virus.elf", "\u007fELF\u0002\u0001\u0001"),
                upload("virus.class", "\u00ca\u00fe\u00ba\u00be\u0000\u0000\u0000E"),
                upload("script.sh", "#!/bin/sh\nrm -rf /"),
                upload("page.php", "<?php system($_GET['c']);"),
                upload("vide.jpg", ""),
                upload("image.tiff", "II*\u0000\u0008\u0000\u0000\u0000\u00ff\u00ff"),
                upload("image.bmp", "BM\u00ff\u00ff\u00ff\u00ff"),
                upload("archive.7z", "7z\u00bc\u00af\u0027\u001c"),
                upload("archive.rar", "Rar!\u001a\u0007\u0000"),
                upload("film.mp4", "\u0000\u0000\u0000\u0018ftypmp42"),
                upload("../../etc/cron.d/x.jpg", "<html>"),
                upload("a\u0000.jpg", "<html>"),
                upload("x".repeat(5_000) + ".jpg", "<html>"),
                upload("<script>alert(1)</script>.jpg", "<html>"));
    }

    private static Arguments upload(String name, String content) {
        return Arguments.of(name, content.getBytes(ISO_8859_1));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("uploads")
    void anUploadIsRefusedInASentenceAndNothingStays(String name, byte[] content) {
        var draft = Answer.cookie(
                mvc.post()
                        .uri("/signaler")
                        .with(csrf())
                        .param("description", "Un trou")
                        .exchange(),
                "brouillon");

        var answer = send(draft, name, content);

        Hostile.requireHarmless(answer);
        assertThat(Answer.page(answer).select(".govuk-error-summary a")).hasSize(1);
        assertThat(Answer.page(mvc.get().uri("/signaler/fichiers").cookie(draft).exchange())
                        .text())
                .doesNotContain("1 fichier joint");
    }

    private MvcTestResult send(Cookie draft, String name, byte[] content) {
        return mvc.perform(MockMvcRequestBuilders.multipart("/signaler/fichiers")
                .file(new MockMultipartFile("files", name, "image/jpeg", content))
                .param("ajouter", "1")
                .cookie(draft)
                .with(csrf()));
    }
}
