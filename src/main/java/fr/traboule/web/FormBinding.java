package fr.traboule.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Where one field of a form cannot be read (a number that is none, a hidden id that was forged), the binder has no form and
 * keeps the fields one by one. Controllers may still say what else is wrong then: Spring's own binder fails at that.
 */
@Component
class FormBinding implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> methods) {
                return new ServletRequestDataBinderFactory(methods, getWebBindingInitializer()) {
                    @Override
                    protected ServletRequestDataBinder createBinderInstance(
                            @Nullable Object form, String name, NativeWebRequest request) {
                        return new Binder(form, name);
                    }
                };
            }
        };
    }

    private static final class Binder extends ExtendedServletRequestDataBinder {

        Binder(@Nullable Object form, String name) {
            super(form, name);
        }

        @Override
        protected AbstractPropertyBindingResult createBeanPropertyBindingResult() {
            var result =
                    new Result(getTarget(), getObjectName(), isAutoGrowNestedPaths(), getAutoGrowCollectionLimit());
            if (getConversionService() != null) {
                result.initConversion(getConversionService());
            }
            return result;
        }
    }

    private static final class Result extends BeanPropertyBindingResult {

        Result(@Nullable Object form, String name, boolean growing, int most) {
            super(form, name, growing, most);
        }

        /** What was typed, where there is no form to ask. */
        @Override
        protected @Nullable Object getActualFieldValue(String field) {
            return getTarget() == null ? getFieldValue(field) : super.getActualFieldValue(field);
        }
    }
}
