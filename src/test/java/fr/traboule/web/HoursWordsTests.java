package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.SpokenHours;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Mo-Fr 08:45-16:45; Sa 09:30-12:00; PH off | Du lundi au vendredi, de 8 h 45 à 16 h 45. Le samedi, de 9 h 30 à 12 h. Fermé les jours fériés.
                Mo-Fr 09:00-17:00; We 13:00-16:30 | Le lundi, le mardi, le jeudi et le vendredi, de 9 h à 17 h. Le mercredi, de 13 h à 16 h 30.
                Mo-Fr 09:00-12:00,14:00-17:00; We off | Le lundi, le mardi, le jeudi et le vendredi, de 9 h à 12 h et de 14 h à 17 h. Fermé le mercredi.
                24/7 | Tous les jours, 24 heures sur 24.
                off | Fermé tous les jours.
                Sa 20:00-24:00 | Le samedi, de 20 h à minuit.
                Fr 22:00-02:00 | Le vendredi, de 22 h à 2 h.
                Tu[1,3] 10:00-16:45 | Le 1er et le 3e mardi du mois, de 10 h à 16 h 45.
                We 09:00-12:00; We[-1] 14:00-17:00 | Le mercredi, de 9 h à 12 h. Le dernier mercredi du mois, seulement de 14 h à 17 h.
                week 2-52/2 Mo 09:00-12:00 | Les semaines paires, le lundi, de 9 h à 12 h.
                Tu 14:00-18:00 "sur rendez-vous" | Le mardi (sur rendez-vous), de 14 h à 18 h.
                Tu 09:00-12:00, Tu 14:00-18:00 "sur rendez-vous" | Le mardi, de 9 h à 12 h. Le mardi (sur rendez-vous), de 14 h à 18 h.
                We "sur rendez-vous" | Le mercredi (sur rendez-vous).
                Mo off "travaux"; Tu 09:00-12:00 | Le mardi, de 9 h à 12 h. Fermé (travaux) le lundi.
                Mo-Sa 09:00-18:00; SH Mo-Fr 09:00-12:00 | Du lundi au samedi, de 9 h à 18 h. Pendant les vacances scolaires, du lundi au vendredi, de 9 h à 12 h. Pendant les vacances scolaires, le samedi, de 9 h à 18 h.
                Mo-Fr 09:00-18:00; SH off | Du lundi au vendredi, de 9 h à 18 h. Fermé pendant les vacances scolaires.
                Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-13:00 | Du lundi au vendredi, de 9 h à 17 h. En juillet et en août, du lundi au vendredi, de 9 h à 13 h.
                Apr-Oct 08:00-20:00 | D’avril à octobre, tous les jours, de 8 h à 20 h.
                Mo 09:00-12:00; Dec 25,Jan 01 off | Le lundi, de 9 h à 12 h. Fermé le 25 décembre et le 1er janvier.
                Mo 09:00-12:00; 2026 Aug 03-2026 Aug 15 off | Le lundi, de 9 h à 12 h. Fermé du 3 août 2026 au 15 août 2026.
                PH,Su 10:00-12:00 | Le dimanche, de 10 h à 12 h. Les jours fériés, de 10 h à 12 h.
                """)
    void hoursAreToldInFrench(String hours, String told) {
        assertThat(told(hours, Language.FR)).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                EN | Monday to Friday, 08:45 to 16:45. The 1st and the 3rd Saturday of the month, 09:30 to 12:00. During school holidays, Monday to Wednesday, 09:00 to 12:00. During school holidays, closed on Thursday to Saturday. Closed on public holidays.
                AR | من الاثنين إلى الجمعة، من 08:45 إلى 16:45. السبت الأول والثالث من الشهر، من 09:30 إلى 12:00. خلال العطل المدرسية، من الاثنين إلى الأربعاء، من 09:00 إلى 12:00. خلال العطل المدرسية، مغلق من الخميس إلى السبت. مغلق في أيام العطل الرسمية.
                """)
    void hoursAreToldInEveryLanguage(Language language, String told) {
        var hours = "Mo-Fr 08:45-16:45; Sa[1,3] 09:30-12:00; SH Mo-We 09:00-12:00; SH Th-Sa off; PH off";

        assertThat(told(hours, language).map(text -> text.replaceAll("[\u2068\u2069]", "")))
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-Fr sunrise-sunset",
                "Mo 18:00+",
                "Mo 10:00-16:00/90",
                "Fr 19:00-11:00",
                "Mo 09:00-12:00 || \"sur rendez-vous\"",
                "Mo 09:00-12:00 unknown",
                "Mo 09:00-12:00 open \"entrée B\"",
                "Mo 09:00-12:00 \"lundi\"",
                "Mo 09:00-12:00 \"(entrée)\"",
                "Mo-Fr 09:00-18:00; Mo 12:00-14:00 off",
                "PH off; Mo-Fr 09:00-17:00",
                "PH off",
                "2026 Mo 09:00-12:00",
                "week 1-10 Mo 09:00-12:00",
                "week 1-52/2 Mo 09:00-12:00",
                "easter off; Mo 09:00-12:00",
                "Mar Su[-1]-Oct Su[-1] 09:00-12:00",
                "Sa[-2] 09:00-12:00",
                "PH Mo 09:00-12:00",
                "Su[1] -1 day 09:00-12:00",
                "Fr 22:00-02:00; Sa 10:00-12:00",
                "Fr,Sa 22:00-02:00; Su off",
                "Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-12:00; Aug Mo-Fr 14:00-16:00",
                "Mo-Fr 09:00-12:00; Jul Mo-Fr 10:00-12:00; Jul 10-Jul 20 Mo-Fr 14:00-16:00",
                "Sa[4] 09:00-12:00; Sa[-1] 14:00-16:00"
            })
    void whatSentencesCannotTellFaithfullyIsNotTold(String hours) {
        assertThat(told(hours, Language.FR)).isEmpty();
    }

    private static Optional<String> told(String hours, Language language) {
        var words = new HoursWords(Kit.wording(language));
        return SpokenHours.of((OpeningHours.Parsed) OpeningHours.parse(hours))
                .map(words::sentences)
                .map((List<String> sentences) -> String.join(" ", sentences).replace('\u00a0', ' '));
    }
}
