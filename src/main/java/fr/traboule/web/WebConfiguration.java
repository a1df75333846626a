package fr.traboule.web;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.CurrentActor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.CacheControl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Ties the page kit to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final CurrentActor actor;
    private final Wordings wordings;

    WebConfiguration(CurrentActor actor, @Lazy Wordings wordings) {
        this.actor = actor;
        this.wordings = wordings;
    }

    @Bean
    static Messages messageSource(ObjectProvider<OwnTexts> ownTexts) {
        return new Messages(SingletonSupplier.ofNullable(ownTexts::getIfAvailable));
    }

    @Bean
    LocaleResolver localeResolver(Theme.Source theme) {
        return new LanguageResolver(theme);
    }

    /** Pages were compiled with the program: nothing is read from disk. */
    @Bean
    static TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.traboule");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    static ViewResolver viewResolver(TemplateEngine engine, PageFactory pages) {
        return (name, locale) -> name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)
                ? new SeeOther(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()))
                : new JteView(name + ".jte", engine, pages);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainFailure(
            TemplateEngine engine, Wordings wordings) {
        var page = new StringOutput();
        engine.render(
                "web/plainFailure.jte",
                Map.of(
                        "wordings",
                        Arrays.stream(Language.values()).map(wordings::in).toList()),
                page);
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainFailure(page.toString())));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + Assets.FOLDER)
                .setCacheControl(FOR_LONG);
    }

    /** What a page's method may ask for beside its own parameters: who asks, in which language, and its wording. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new TypedArgument<>(Actor.class, request -> actor.get()));
        resolvers.add(new TypedArgument<>(
                Actor.Agent.class,
                request -> actor.staff().orElseThrow(NotFound::new).actor()));
        resolvers.add(new TypedArgument<>(Language.class, WebConfiguration::language));
        resolvers.add(new TypedArgument<>(Wording.class, request -> wordings.in(language(request))));
    }

    private static Language language(HttpServletRequest request) {
        return Language.of(RequestContextUtils.getLocale(request));
    }
}
