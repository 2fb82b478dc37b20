package wildrydes.emulators.template;

import java.nio.file.Path;

/** A place inside a template, so that every refusal can say where it is. */
record Place(Path file, String path) {

  static Place root(Path file) {
    return new Place(file, "");
  }

  Place at(String key) {
    return new Place(file, path.isEmpty() ? key : path + "." + key);
  }

  Place at(int index) {
    return new Place(file, path + "[" + index + "]");
  }

  TemplateException refuse(String problem, String remedy) {
    return new TemplateException(file, path, problem, remedy);
  }
}
