package fr.traboule.web;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.CurrentActor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Ties the page kit to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final CurrentActor actor;

    WebConfiguration(CurrentActor actor) {
        this.actor = actor;
    }

    @Bean
    static Messages messageSource() {
        return new Messages();
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

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + Assets.FOLDER)
                .setCacheControl(FOR_LONG);
    }

    /** An {@link Actor} parameter of a page is whoever asks for the page. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return Actor.class.isAssignableFrom(parameter.getParameterType());
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return actor.get();
            }
        });
    }
}
