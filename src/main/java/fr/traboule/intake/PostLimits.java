package fr.traboule.intake;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How much may come from one address of the network, in one hour. Many people may stand behind one: a town hall, a library,
 * a mobile network. So the first limit only asks them to press once more, and the second is far above.
 *
 * @param fastest nobody tells what they want and sends it in less time
 * @param freely requests sent before each must be confirmed
 * @param atMost requests sent
 * @param draftsAtMost requests begun, and files sent
 * @param trusted networks without limits: the city's own halls, as addresses or ranges (192.0.2.0/24)
 */
@ConfigurationProperties("traboule.limits")
record PostLimits(
        @DefaultValue("3s") Duration fastest,
        @DefaultValue("20") int freely,
        @DefaultValue("300") int atMost,
        @DefaultValue("600") int draftsAtMost,
        @DefaultValue({}) List<String> trusted) {

    boolean trust(String address) {
        var bare = address.replaceFirst("%.*", ""); // the network card that a local address names
        return trusted.stream()
                .filter(network -> !network.isBlank())
                .anyMatch(network -> new IpAddressMatcher(network.strip()).matches(bare));
    }
}
