package fr.traboule.journeys;

import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.options.SelectOption;
import fr.traboule.Telephone;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.web.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What people do at the screen, page by page, with the mistakes that people make. */
final class Walks {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final Path PHOTO = Path.of("docs/pictures/home.png");

    /** What somebody was given to follow their request. */
    record Given(String number, String code) {}

    private Walks() {}

    /** Somebody reports a street lamp, with a photo, and wants the answer by e-mail. */
    static Given reportALamp(Person person, Language language, String email) {
        person.goTo("/signaler");
        person.send();
        person.type(
                "description",
                switch (language) {
                    case FR -> "Le lampadère devant chez moi est éteint depuis trois jours";
                    case EN -> "The street light in front of my house is out";
                    case AR -> "عمود الإنارة أمام بيتي مطفأ";
                });
        person.send();
        person.choose("subject", "lampadaire-eteint");
        person.send();
        person.type("place", "12 rue Garibaldi");
        person.send();
        person.chooseFirst("choice");
        person.send();
        person.attach(PHOTO);
        person.press("button[name=ajouter]");
        person.press("main form[enctype] button[type=submit]:not([name])");
        return answerByEmail(person, email);
    }

    /** Somebody gives an address in an avenue that runs along the edge of two arrondissements. */
    static void nameAPlaceAtAnEdge(Person person) {
        person.goTo("/signaler");
        person.type("description", "Un banc est cassé");
        person.send();
        person.goTo("/signaler/lieu");
        person.type("place", "30 cours Gambetta");
        person.send();
    }

    /** Somebody writes to the city without a subject. */
    static Given ask(Person person, Language language, String email) {
        person.goTo("/ecrire");
        person.type(
                "description",
                switch (language) {
                    case FR -> "Quand ouvre la bibliothèque de mon quartier ?";
                    case EN -> "When does the library near my home open?";
                    case AR -> "متى تفتح مكتبة حيي؟";
                });
        person.send();
        person.choose("subject", "other");
        person.send();
        if (person.at().endsWith("/lieu")) {
            person.send();
        }
        person.press("main form[enctype] button[type=submit]:not([name])");
        return answerByEmail(person, email);
    }

    /** Somebody writes to the city with a file that every antivirus takes for a virus. */
    static Given sendAVirus(Person person, Path folder, String email) throws IOException {
        person.goTo("/ecrire");
        person.type("description", "Voici mon document");
        person.send();
        person.goTo("/ecrire/fichiers");
        person.attach(Files.writeString(folder.resolve("document.txt"), TestClamd.EICAR));
        person.press("button[name=ajouter]");
        person.press("main form[enctype] button[type=submit]:not([name])");
        return answerByEmail(person, email);
    }

    private static Given answerByEmail(Person person, String email) {
        person.send();
        person.choose("way", "EMAIL");
        person.send();
        person.type("email", "pas une adresse");
        person.send();
        person.type("email", email);
        person.type("name", "Jeanne Exemple");
        person.send();
        send(person);
        return given(person);
    }

    /** A browser that types faster than anybody is asked to press once more. */
    private static void send(Person person) {
        person.send();
        if (person.at().endsWith("/verification")) {
            person.page().waitForTimeout(1_200);
            person.send();
        }
    }

    /** Somebody who is invited gets an e-mail, chooses a password by its link and signs in. Answers their address. */
    static String chooseAPassword(Person invited, RunningCity city, Language language) throws Exception {
        var email = "invite-%s-%d@demo.example".formatted(language.code(), System.nanoTime());
        invite(city, "Ada Essai", email, "eclairage-public");
        invited.goTo("/connexion/oubli");
        invited.send();
        invited.type("email", "nobody@demo.example");
        invited.send();
        invited.goTo("/mot-de-passe/invente");
        invited.goTo(linkForAPassword(city, email));
        invited.type("password", "court");
        invited.send();
        choosePasswordAndSignIn(invited, email);
        return email;
    }

    /** Somebody new who answers requests in that unit, at their desk. */
    static void joinUnit(Person colleague, RunningCity city, String name, String unit) throws Exception {
        var email = "equipe-%d@demo.example".formatted(System.nanoTime());
        invite(city, name, email, unit);
        colleague.goTo(linkForAPassword(city, email));
        choosePasswordAndSignIn(colleague, email);
    }

    private static void invite(RunningCity city, String name, String email, String unit) {
        try (var administrator = city.person(Language.FR)) {
            administrator.signIn("admin@demo.example");
            administrator.goTo("/administration/comptes/nouveau");
            administrator.type("name", name);
            administrator.type("email", email);
            administrator.tick("roles", "case_officer");
            administrator.tick("units", unit);
            administrator.send();
        }
    }

    private static String linkForAPassword(RunningCity city, String email) throws Exception {
        return city.mailFor(email, "Choisissez votre mot de passe")
                .getContent()
                .toString()
                .replaceAll("(?s).*(/mot-de-passe/[\\w-]+).*", "$1");
    }

    private static void choosePasswordAndSignIn(Person invited, String email) {
        invited.type("password", "une phrase assez longue");
        invited.send();
        invited.type("email", email);
        invited.type("password", "une phrase assez longue");
        invited.send();
    }

    /** Sets up a second factor, signs out and in again with a recovery code. */
    static void protectTheAccount(Person person, Language language) {
        person.goTo("/agents/compte/second-facteur");
        person.type("code", "123456");
        person.send();
        var secret = person.text(".app-secret");
        person.type("code", Telephone.code(secret, Instant.now()));
        person.send();
        var recovery = person.text(".app-codes code");
        person.goTo("/agents/compte/second-facteur");
        person.goTo("/agents/compte");
        var email = person.text("main bdi >> nth=1");
        person.press("footer form button");
        person.goTo("/agents");
        person.type("email", email);
        person.type("password", "une phrase assez longue");
        person.send();
        person.type("code", "000000");
        person.send();
        person.type("code", recovery);
        person.send();
    }

    /** Adds a passkey of the device that the browser has. */
    static void addAPasskey(Person person, String name) {
        person.goTo("/agents/compte/second-facteur/cle");
        person.type("name", name);
        person.pressUntil("main form[method=post] button[type=submit]", "/agents/compte/second-facteur/cle/reponse");
    }

    /** What the page of the receipt says. */
    static Given given(Person person) {
        return new Given(person.text(".app-number >> nth=0"), person.text(".app-number >> nth=1"));
    }

    /** Somebody on another day, at another screen, with what they were given. */
    static void follow(Person person, Given given) {
        person.goTo("/suivi");
        person.type("number", given.number().toLowerCase(Locale.ROOT).replace("-", " "));
        person.type("secret", given.code());
        person.send();
    }

    /** A word that nobody else says. */
    static String mark() {
        return new SecureRandom()
                .ints(12, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(joining());
    }

    /** « 1er décembre 2026 » */
    static String inWords(LocalDate day) {
        var number = day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
        return number + day.format(DateTimeFormatter.ofPattern(" MMMM uuuu", Locale.FRENCH));
    }

    /** An agent finds a case by its number. */
    static void open(Person agent, Given given) {
        agent.goTo("/agents");
        agent.type("mots", given.number());
        agent.press("main form[method=get] button");
    }

    static void takeAndNote(Person agent, String note) {
        agent.press("button[formaction$='/prendre']");
        agent.type("note", note);
        agent.press("button[formaction$='/noter']");
    }

    /** Takes one request from the queue to be answered with others. */
    static void chooseTogether(Person agent, Given given) {
        agent.goTo("/agents?choisir=oui");
        agent.press("button[formaction='/agents/ensemble/repondre']");
        agent.tick("number", given.number());
        agent.press("button[formaction='/agents/ensemble/repondre']");
    }

    /** An agent looks at the photo of a case closely, makes a mistake, hides a part of it and sees the result. */
    static void hideACorner(Person agent) {
        agent.press("main li a[href*='/photos/']");
        agent.tick("square", "0");
        agent.press("button[value=CLOSER]");
        agent.tick("square", "11");
        agent.press("button[value=HIDE]");
        agent.press("button[value=WHOLE]");
        agent.type("squares", "Z9");
        agent.press("button[value=HIDE]");
        agent.type("squares", "B1-C2");
        agent.press("button[value=HIDE]");
        agent.press("form[action$='/refuser'] button");
        agent.press("button[value=RESULT]");
    }

    static void askThePerson(Person agent, String question) {
        agent.unfold("button[formaction$='/demander']");
        agent.type("question", question);
        agent.press("button[formaction$='/demander']");
    }

    /** The agent asks another unit, by the end of next year. */
    static void askAnOpinion(Person agent, String unit, String question) {
        agent.press("a[href$='/avis']");
        agent.send();
        agent.pick("unit", unit);
        agent.type("words", question);
        agent.typeDay("day", LocalDate.of(2099, 12, 31));
        agent.send();
    }

    static void sayItIsNotOurs(Person agent, String why) {
        agent.unfold("button[formaction$='/pas-pour-nous']");
        agent.press("button[formaction$='/pas-pour-nous']");
        agent.type("why", why);
        agent.press("button[formaction$='/pas-pour-nous']");
    }

    static void merge(Person agent, Given main) {
        agent.unfold("button[formaction$='/regrouper']");
        agent.type("other", "n’importe quoi");
        agent.press("button[formaction$='/regrouper']");
        agent.type("other", main.number());
        agent.press("button[formaction$='/regrouper']");
    }

    /** Somebody who follows their request writes, first without a word. */
    static void say(Person person, String words) {
        var send = "main form:has(#words) button.govuk-button >> nth=0";
        person.press(send);
        person.type("words", words);
        person.press(send);
    }

    static void answer(Person agent, String answer) {
        agent.type("answer", answer);
        agent.press("button[formaction$='/repondre']");
    }

    /** The oldest call is looked at and tried in vain, the oldest letter looked at and posted, twice. */
    static void handOver(Person agent) {
        agent.goTo("/agents/courriers-et-appels");
        agent.press("main tbody tr:has(form[action$='/appele']) a");
        agent.press("button[formaction$='/sans-reponse']");
        agent.press("main tbody tr:has(form[action$='/poste']) a");
        var letter = agent.at();
        agent.press("form[action$='/poste'] button");
        agent.goTo(letter);
    }

    /** Somebody who was here before comes again, and is answered on the spot. */
    static void receiveAgain(Person agent) {
        agent.goTo("/agents/nouvelle");
        agent.type("who", "04 78 00 00 00");
        agent.press("button[value=who]");
        agent.press("button[name=reprendre]");
        agent.press("button[name=surplace]");
        agent.choose("channel", "COUNTER");
        agent.type("description", "Où en est la demande ?");
        agent.press("button[name=surplace]");
    }

    /** Somebody wants to be called; the agent tries three times, and writes. */
    static void call(Person agent) {
        agent.goTo("/agents/nouvelle");
        agent.type("description", "Rappeler pour le passeport");
        agent.type("contact.phone", "04 78 00 00 01");
        agent.press("button[name=preparer]");
        agent.send();
        chooseWhenToCall(agent);
        agent.goTo("/agents/rappels");
        agent.press("tbody a");
        agent.press("button[formaction$='/prendre']");
        for (var tried = 0; tried < 3; tried++) {
            agent.press("form[action$='/sans-reponse'] button:not([formaction])");
        }
        agent.press("form[action$='/autrement'] button");
        agent.choose("way", "LETTER");
        agent.type("otherWords", "Une lettre est partie.");
        agent.press("form[action$='/autrement'] button");
    }

    /** At the end of the next afternoon, whatever the hour now. */
    private static void chooseWhenToCall(Person agent) {
        agent.choose("span", "16:00-17:00");
        agent.page().selectOption("#day", new SelectOption().setIndex(1));
        agent.send();
    }

    /** Somebody asks to be called about a street lamp: those who repair it will call. */
    static void askToBeCalled(Person agent, String name, String phone, String words) {
        agent.goTo("/agents/rappels/nouveau");
        agent.type("phone", phone);
        agent.type("name", name);
        agent.type("words", words);
        sayWhat(agent, "lampadaire", "lampadaire-eteint");
        chooseWhenToCall(agent);
    }

    private static void sayWhat(Person agent, String words, String subject) {
        agent.type("subjectWords", words);
        agent.press("button[value=subjectWords]");
        agent.choose("subject", subject);
    }

    /** What it is about and where, as the agent finds both. */
    static void sayWhatAndWhere(Person agent, String words, String subject) {
        sayWhat(agent, words, subject);
        agent.type("place", "12 rue Garibaldi");
        agent.press("button[value=place]");
        agent.chooseFirst("placeChoice");
    }

    /** To be answered by letter. */
    static void sayWhereToWrite(Person agent, String name) {
        agent.choose("way", "LETTER");
        agent.type("contact.name", name);
        agent.type("contact.postalAddress", "3 rue Garibaldi, 69003 Lyon");
    }

    /** Files for somebody who stands there, who forgot nothing but the agent does: the telephone number. */
    static Given fileAtTheCounter(Person agent) {
        agent.goTo("/agents/nouvelle");
        agent.choose("channel", "COUNTER");
        agent.type("description", "Une dame signale un trou dans le trottoir");
        sayWhatAndWhere(agent, "trotoir", "trottoir-abime");
        agent.choose("way", "PHONE");
        agent.send();
        agent.type("contact.phone", "04 78 00 00 00");
        agent.send();
        return given(agent);
    }

    /** A record of somebody, with the pages by which it is kept right; and the one that ties a request to it. */
    static void lookAtARecord(Person agent, Given given) {
        agent.goTo("/agents/usagers?mots=Odile");
        agent.press("main tbody a >> nth=0");
        var record = agent.at();
        for (var page : List.of("/ajouter", "/preferences", "/representant")) {
            agent.goTo(record + page);
            agent.send();
        }
        agent.goTo(record);
        agent.press("main a[href*='/corriger/'] >> nth=0");
        agent.send();
        agent.goTo("/agents/usagers/nouvelle");
        agent.send();
        agent.goTo("/agents/demandes/" + given.number() + "/usager");
        agent.send();
    }
}
