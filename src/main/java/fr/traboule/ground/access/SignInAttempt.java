package fr.traboule.ground.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/**
 * Where somebody tries to sign in from.
 *
 * @param place the address of the machine
 * @param device the browser, where somebody signed in to this account with it before
 */
record SignInAttempt(String place, Optional<String> device) {

    @Component
    static class Source implements AuthenticationDetailsSource<HttpServletRequest, SignInAttempt> {

        private final KnownDevice knownDevice;

        Source(KnownDevice knownDevice) {
            this.knownDevice = knownDevice;
        }

        @Override
        public SignInAttempt buildDetails(HttpServletRequest request) {
            var email = Optional.ofNullable(request.getParameter("email")).orElse("");
            return new SignInAttempt(
                    request.getRemoteAddr(),
                    knownDevice.of(request, email.strip().toLowerCase(Locale.ROOT)));
        }
    }
}
