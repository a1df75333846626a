package fr.traboule.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

@WholeProgramTest
class CityMapControllerTests {

    @Autowired
    MockMvcTester browser;

    @Test
    void theMapOfTheCityIsAPicture() {
        assertThat(browser.get().uri("/carte.svg"))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/svg+xml")
                .hasHeader("Cache-Control", "max-age=3600, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?zone=69123", "?zone=69381", "?zone=101"})
    void thePictureIsWellFormedAndOnlyDraws(String zone) throws Exception {
        var names = elements(browser.get().uri("/carte.svg" + zone).exchange()).map(Element::getTagName);

        assertThat(names).contains("svg", "path").isSubsetOf("svg", "rect", "path", "circle", "text");
    }

    @Test
    void namesKeepTheirAccents() throws Exception {
        var texts =
                elements(browser.get().uri("/carte.svg?zone=101").exchange()).map(Element::getTextContent);

        assertThat(texts).anyMatch(text -> text.startsWith("Hôtel de Ville"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "69381'--", "<script>alert(1)</script>", "\"><g onload=x>", "../../etc"})
    void anUnknownAreaIsNotFoundAndNotRepeated(String zone) {
        var answer = browser.get().uri("/carte.svg?zone={zone}", zone).exchange();

        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).bodyText().isEmpty();
    }

    @Test
    void aPointIsShownWithAPin() throws Exception {
        var around = circles("/carte.svg?zone=101");

        assertThat(circles("/carte.svg?zone=101&point=4.8357,45.7676")).isEqualTo(around + 2);
    }

    private long circles(String picture) throws Exception {
        return elements(browser.get().uri(picture).exchange())
                .map(Element::getTagName)
                .filter("circle"::equals)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "4.8", "4.8,", "400,45", "NaN,45"})
    void aPointThatIsNoneIsNotFound(String point) {
        assertThat(browser.get().uri("/carte.svg?point={point}", point)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static Stream<Element> elements(MvcTestResult answer)
            throws SAXException, IOException, ParserConfigurationException {
        var svg = new ByteArrayInputStream(answer.getResponse().getContentAsByteArray());
        var all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg, UTF_8.name())
                .getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(at -> (Element) all.item(at));
    }
}
